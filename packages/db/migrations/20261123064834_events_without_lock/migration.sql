-- safe: only less is refused; who an event belongs to is held by its policy
ALTER TABLE "events" DROP CONSTRAINT "events_organization_id_organizations_id_fkey";