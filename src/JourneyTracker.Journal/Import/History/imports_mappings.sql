-- The mappings that were used here, each as it was used last.
select distinct on (mapping_name) mapping_name, mapping from journeys.import_run where partnership = $1 order by mapping_name, begun desc
