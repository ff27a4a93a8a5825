package admin

import (
	"context"
	"strconv"
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"

	adminv1 "github.com/parley-interop/parley/gen/go/parley/admin/v1"
	recordv1 "github.com/parley-interop/parley/gen/go/parley/record/v1"
	"github.com/parley-interop/parley/internal/access"
	"github.com/parley-interop/parley/internal/event"
	"github.com/parley-interop/parley/internal/identifier"
	"github.com/parley-interop/parley/internal/page"
	"github.com/parley-interop/parley/internal/store"
	"github.com/parley-interop/parley/internal/store/key"
)

// ListAuditRecords lists what was done, latest first. The records of an owner outlive it.
func (s *Service) ListAuditRecords(ctx context.Context, c access.Caller, r *adminv1.ListAuditRecordsRequest) (*adminv1.ListAuditRecordsResponse, error) {
	o, err := ownerOf(r).seenBy(c)
	if err != nil {
		return nil, err
	}
	p, err := page.Open(c, r, usualPage, mostPage)
	if err != nil {
		return nil, err
	}
	response := &adminv1.ListAuditRecordsResponse{}
	err = s.view(ctx, func(tx store.ReadTx) error {
		marks := key.TrailUntil(o.audit(), tx.Head())
		marks.Reverse = true
		response.NextPageToken, err = p.Scan(tx, marks, func(pair store.Pair) (bool, error) {
			position := store.Position(key.Number(pair.Key))
			e, err := event.Read(tx, position)
			if err != nil {
				return false, err
			}
			response.Records = append(response.Records, auditRecord(position, e))
			return true, nil
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return response, nil
}

func auditRecord(position store.Position, e *recordv1.Entry) *adminv1.AuditRecord {
	r := &adminv1.AuditRecord{
		RecordId:   strconv.FormatUint(uint64(position), 10),
		Time:       timestamppb.New(time.UnixMicro(e.GetTime())),
		Method:     e.GetActor().GetMethod(),
		CallerKind: e.GetActor().GetKind(),
		KeyId:      e.GetActor().GetKeyId(),
		ResourceId: e.GetResourceId(),
		TenantId:   e.GetTenantId(),
		Subject:    e.GetActor().GetSubject(),
	}
	if user, err := identifier.Parse(e.GetActor().GetUser()); err == nil {
		r.User = user.Proto()
	}
	return r
}
