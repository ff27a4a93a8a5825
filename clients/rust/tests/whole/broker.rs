//! Brokers to test against.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use parley_interop::Client;
use serde_json::Value;

/// Broker is a broker of one test, which is killed when it is dropped.
pub struct Broker {
    process: Option<Child>,
    data: PathBuf,
    address: String,
    key: String,
}

/// Returns the backend of a broker that tests share which do it no harm: the one of with-broker.
pub fn shared() -> Client {
    client("PARLEY_KEY")
}

/// Returns a client of the shared broker with the credential of a variable.
pub fn client(variable: &str) -> Client {
    Client::builder(variable_of("PARLEY_ADDRESS")).access_key(variable_of(variable)).build().unwrap()
}

/// Returns a variable that with-broker sets.
pub fn variable_of(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run clients/rust/with-broker cargo test"))
}

impl Broker {
    /// Starts a broker with an empty store.
    pub fn start() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("parley-rust-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let data = std::env::temp_dir().join(name);
        let (process, address) = launch(&data, "127.0.0.1:0");
        let credentials = std::fs::read_to_string(data.join("credentials.json")).unwrap();
        let credentials: Value = serde_json::from_str(&credentials).unwrap();
        let key = credentials["resource_keys"][0].as_str().unwrap().into();
        Self { process: Some(process), data, address, key }
    }

    /// Kills the broker, without any chance to say farewell.
    pub fn kill(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill().unwrap();
            process.wait().unwrap();
        }
    }

    /// Starts the broker again at its address.
    pub fn restart(&mut self) {
        self.kill();
        self.process = Some(launch(&self.data, &self.address).0);
    }

    /// Returns a client of the resource's backend.
    pub fn backend(&self) -> Client {
        Client::builder(&self.address).access_key(&self.key).build().unwrap()
    }
}

impl Drop for Broker {
    fn drop(&mut self) {
        self.kill();
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

/// Starts the program, and returns when it serves.
fn launch(data: &Path, listen: &str) -> (Child, String) {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../bin/parley");
    assert!(program.exists(), "{} is missing: run make build", program.display());
    let mut command = Command::new(program);
    command.args(["serve", "--listen", listen, "--log-level", "error", "--data-dir"]).arg(data).stdout(Stdio::piped());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PARLEY_")) {
        command.env_remove(name);
    }
    let mut process = command.spawn().unwrap();
    let mut output = BufReader::new(process.stdout.take().unwrap());
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
    let address = line.trim().rsplit(' ').next().unwrap().to_string();
    (process, address)
}
