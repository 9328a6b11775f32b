create schema if not exists journeys_outbox authorization journeys_owner;
