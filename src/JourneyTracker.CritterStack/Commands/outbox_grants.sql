-- Who records leaves word of it in the same transaction.
grant usage on schema journeys_outbox to journeys_writer;
grant select, insert on journeys_outbox.wolverine_incoming_envelopes, journeys_outbox.wolverine_outgoing_envelopes to journeys_writer;
