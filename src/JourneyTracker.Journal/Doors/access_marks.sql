select m.journey, s.version from journeys.access_marked m join journeys.mt_streams s on s.tenant_id = m.partnership and s.id = m.journey where m.partnership = $1
