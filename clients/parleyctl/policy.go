package main

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/known/fieldmaskpb"

	policyv1 "github.com/parley-interop/parley/gen/go/parley/policy/v1"
)

type policyCommands struct {
	Get     policyGet     `cmd:"" help:"Show the federation configuration of the tenant."`
	Set     policySet     `cmd:"" help:"Change the federation configuration."`
	Grant   policyGrant   `cmd:"" help:"Grant a policy to a user or a group."`
	Revoke  policyRevoke  `cmd:"" help:"Take back what was granted to a user or a group."`
	Explain policyExplain `cmd:"" help:"Say whether a resource reaches a user, and by which rules."`
	Export  policyExport  `cmd:"" help:"Print all of the policy as a document, in YAML or with -o json in JSON."`
	Diff    policyDiff    `cmd:"" help:"Say what applying a document would change; ends with 1 if anything would."`
	Apply   policyApply   `cmd:"" help:"Make the policy what a document says."`
}

var configurationColumns = []string{"TENANT=tenantId", "ENABLED=enableAcsUsers", "RESOURCES=allowedAcsResources", "CAPABILITIES=capabilities"}

type policyGet struct{}

// Run shows the configuration.
func (*policyGet) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	answer, err := c.Policy.GetFederationConfiguration(s.ctx, &policyv1.GetFederationConfigurationRequest{})
	if err != nil {
		return err
	}
	return s.show(answer.GetConfiguration(), configurationColumns...)
}

type policySet struct {
	Enable  *bool    `negatable:"" help:"Whether communication users are let in at all."`
	Allow   []string `help:"Resource to let in; may be given several times." placeholder:"GUID"`
	Forbid  []string `help:"Resource to let in no more." placeholder:"GUID"`
	Lift    []string `help:"Rule of interop to lift: teams_users_start_chats, attachments, teams_users_edit, teams_users_add_external, group_calls, recording, routing." placeholder:"NAME"`
	Restore []string `help:"Rule of interop to restore." placeholder:"NAME"`
}

// Run reads, changes and writes; a change by somebody else in between is refused by the etag.
func (p *policySet) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	current, err := c.Policy.GetFederationConfiguration(s.ctx, &policyv1.GetFederationConfigurationRequest{})
	if err != nil {
		return err
	}
	wanted := current.GetConfiguration()
	mask, err := p.change(wanted)
	if err != nil {
		return err
	}
	answer, err := c.Policy.UpdateFederationConfiguration(s.ctx, &policyv1.UpdateFederationConfigurationRequest{
		Configuration: wanted, UpdateMask: &fieldmaskpb.FieldMask{Paths: mask}, Etag: wanted.GetEtag(),
	})
	if err != nil {
		return err
	}
	return s.show(answer.GetConfiguration(), configurationColumns...)
}

// change puts what is wanted into a configuration, and returns which fields that are.
func (p *policySet) change(c *policyv1.FederationConfiguration) (mask []string, err error) {
	if p.Enable != nil {
		c.EnableAcsUsers = *p.Enable
		mask = append(mask, "enable_acs_users")
	}
	if len(p.Allow)+len(p.Forbid) > 0 {
		c.AllowedAcsResources = without(c.AllowedAcsResources, append(p.Forbid, p.Allow...))
		c.AllowedAcsResources = append(c.AllowedAcsResources, p.Allow...)
		mask = append(mask, "allowed_acs_resources")
	}
	if len(p.Lift)+len(p.Restore) > 0 {
		if c.Capabilities == nil {
			c.Capabilities = &policyv1.InteropCapabilities{}
		}
		if err := p.rules(c.Capabilities); err != nil {
			return nil, err
		}
		mask = append(mask, "capabilities")
	}
	if len(mask) == 0 {
		return nil, usageError("nothing is to change: use --enable, --no-enable, --allow, --forbid, --lift or --restore")
	}
	return mask, nil
}

func (p *policySet) rules(c *policyv1.InteropCapabilities) error {
	m := c.ProtoReflect()
	for lifted, names := range map[bool][]string{true: p.Lift, false: p.Restore} {
		for _, name := range names {
			f := m.Descriptor().Fields().ByName(protoreflect.Name(name))
			if f == nil {
				return usageError("there is no rule " + name + "; --help names them")
			}
			m.Set(f, protoreflect.ValueOfBool(lifted))
		}
	}
	return nil
}

// without is a list without some of its items.
func without(list, gone []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(item string) bool {
		return slices.ContainsFunc(gone, func(one string) bool { return strings.EqualFold(one, item) })
	})
}

// assignee is a user or a group.
type assignee struct {
	User  string `xor:"assignee" required:"" help:"User, by its object id." placeholder:"GUID"`
	Group string `xor:"assignee" required:"" help:"Group, by its id." placeholder:"GUID"`
}

type policyGrant struct {
	assignee
	Policy string `arg:"" help:"Name of the policy."`
	Rank   int32  `help:"Rank of the grant to a group; the lowest goes before."`
}

// Run grants.
func (p *policyGrant) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	grant := &policyv1.ExternalAccessPolicyGrant{PolicyName: p.Policy, Rank: p.Rank}
	if p.User != "" {
		grant.Assignee = &policyv1.ExternalAccessPolicyGrant_UserId{UserId: p.User}
	} else {
		grant.Assignee = &policyv1.ExternalAccessPolicyGrant_GroupId{GroupId: p.Group}
	}
	answer, err := c.Policy.GrantExternalAccessPolicy(s.ctx, &policyv1.GrantExternalAccessPolicyRequest{Grant: grant})
	if err != nil {
		return err
	}
	return s.show(answer.GetGrant(), "POLICY=policyName", "USER=userId", "GROUP=groupId", "RANK=rank")
}

type policyRevoke struct{ assignee }

// Run revokes.
func (p *policyRevoke) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	request := &policyv1.RevokeExternalAccessPolicyGrantRequest{}
	if p.User != "" {
		request.Assignee = &policyv1.RevokeExternalAccessPolicyGrantRequest_UserId{UserId: p.User}
	} else {
		request.Assignee = &policyv1.RevokeExternalAccessPolicyGrantRequest_GroupId{GroupId: p.Group}
	}
	_, err = c.Policy.RevokeExternalAccessPolicyGrant(s.ctx, request)
	return err
}

type policyExplain struct {
	Resource string `arg:"" help:"The resource."`
	User     string `arg:"" help:"The Teams user, by its object id or its raw id."`
}

// Run shows every rule in the order of its evaluation.
func (p *policyExplain) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	answer, err := c.Policy.EvaluateInterop(s.ctx, &policyv1.EvaluateInteropRequest{ResourceId: p.Resource, UserId: strings.TrimPrefix(p.User, "8:orgid:")})
	if err != nil {
		return err
	}
	d := answer.GetDecision()
	if s.Output != "table" {
		return s.show(d)
	}
	s.say("%s", map[bool]string{true: "allowed", false: "refused: " + strings.TrimPrefix(d.GetReason().String(), "REASON_")}[d.GetEnabled()])
	var rows []any
	for _, step := range d.GetSteps() {
		row, err := plain(step)
		if err != nil {
			return err
		}
		rows = append(rows, row)
	}
	return s.rows(rows, "RULE=rule", "PASSED=passed", "DETAIL=detail")
}

type policyExport struct{}

// Run prints the document.
func (*policyExport) Run(s *session) error {
	c, err := s.client()
	if err != nil {
		return err
	}
	answer, err := c.Policy.ExportPolicy(s.ctx, &policyv1.ExportPolicyRequest{})
	if err != nil {
		return err
	}
	value, err := plain(answer.GetDocument())
	if err != nil {
		return err
	}
	if s.Output == "json" {
		return s.one(value)
	}
	return yaml.NewEncoder(s.out).Encode(value)
}

// readDocument reads a document in YAML, of which JSON is a part.
func readDocument(path string) (*policyv1.PolicyDocument, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var value any
	if err := yaml.Unmarshal(content, &value); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	form, err := json.Marshal(value)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	document := &policyv1.PolicyDocument{}
	if err := protojson.Unmarshal(form, document); err != nil {
		return nil, fmt.Errorf("%s is no document of policy: %w", path, err)
	}
	return document, nil
}

// apply sends a document and shows what it changes.
func apply(s *session, path string, dry bool) (changes int, err error) {
	document, err := readDocument(path)
	if err != nil {
		return 0, err
	}
	c, err := s.client()
	if err != nil {
		return 0, err
	}
	answer, err := c.Policy.ApplyPolicy(s.ctx, &policyv1.ApplyPolicyRequest{Document: document, DryRun: dry})
	if err != nil {
		return 0, err
	}
	if s.Output != "table" {
		return len(answer.GetChanges()), s.show(answer)
	}
	if answer.GetDiff() != "" {
		s.say("%s", strings.TrimRight(answer.GetDiff(), "\n"))
	}
	return len(answer.GetChanges()), nil
}

type policyDiff struct {
	File string `arg:"" type:"existingfile" help:"The document, in YAML or JSON."`
}

// Run compares.
func (p *policyDiff) Run(s *session) error {
	changes, err := apply(s, p.File, true)
	if err == nil && changes > 0 {
		return fmt.Errorf("the policy is not what %s says: %d changes", p.File, changes)
	}
	return err
}

type policyApply struct {
	File string `arg:"" type:"existingfile" help:"The document, in YAML or JSON."`
}

// Run applies.
func (p *policyApply) Run(s *session) error {
	changes, err := apply(s, p.File, false)
	if err == nil && changes == 0 {
		s.say("nothing to change")
	}
	return err
}
