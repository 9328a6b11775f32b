using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Cluster;

namespace JourneyTracker.IntegrationTests.Cluster;

public sealed class PrivateClusterTests
{
    [PostgresFact]
    public async Task A_second_start_finds_what_the_first_one_wrote()
    {
        await using var folder = new DataFolder();
        await using (var cold = await folder.OpenAsync())
        {
            cold.WasRunning.Should().BeFalse();
            await DataFolder.TellAsync(cold.ConnectionString(), "create table kept as select 7 as n");
        }

        await folder.StoppedAsync();
        await using var warm = await folder.OpenAsync();
        (await DataFolder.AskAsync<int>(warm.ConnectionString(), "select n from kept")).Should().Be(7);
    }

    [PostgresFact]
    public async Task The_programs_log_in_without_superuser_rights_into_databases_they_own()
    {
        await using var folder = await DataFolder.MadeAsync();
        await using var cluster = await folder.OpenAsync();
        foreach (var database in new[] { PrivateCluster.Journeys, PrivateCluster.Keys })
        {
            var mine = await DataFolder.AskAsync<string>(cluster.ConnectionString(database), """
                select concat_ws(' ', current_user, pg_get_userbyid(datdba), rolsuper::text, rolbypassrls::text, rolcreaterole::text)
                from pg_database, pg_roles where datname = current_database() and rolname = current_user
                """);
            mine.Should().Be("journeys_app journeys_app false false true");
        }
    }

    [PostgresFact]
    public async Task The_server_listens_on_no_port_and_flushes_every_commit_unless_told_otherwise()
    {
        await using var folder = await DataFolder.MadeAsync();
        await using var cluster = await folder.OpenAsync(ClusterOptions.Durable with { SharedBuffersMegabytes = 16 });
        var settings = await DataFolder.AskAsync<string>(cluster.ConnectionString(), """
            select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'), current_setting('listen_addresses'), 'end')
            """);
        settings.Should().Be("on on on  end");
    }

    [PostgresFact]
    public async Task Two_data_folders_run_side_by_side()
    {
        await using var first = await DataFolder.MadeAsync();
        await using var second = await DataFolder.MadeAsync();
        await using var one = await first.OpenAsync();
        await using var two = await second.OpenAsync();
        first.ServerPid.Should().NotBe(second.ServerPid);
        await DataFolder.TellAsync(two.ConnectionString(), "create table here (n int)");
        (await DataFolder.AskAsync<bool>(one.ConnectionString(), "select to_regclass('here') is null")).Should().BeTrue();
    }

    [PostgresFact]
    public async Task A_path_too_long_for_a_socket_gets_its_socket_elsewhere()
    {
        await using var parent = new DataFolder();
        Directory.CreateDirectory(parent.Path);
        await using var folder = new DataFolder(Path.Combine(parent.Path, new string('x', 100)));
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Path)!);
        await using var cluster = await folder.OpenAsync();
        cluster.SocketFolder.Should().StartWith("/tmp/journey-");
        (await DataFolder.AskAsync<int>(cluster.ConnectionString(), "select 1")).Should().Be(1);
        await cluster.DisposeAsync();
        await folder.StoppedAsync();
        Directory.Delete(cluster.SocketFolder, recursive: true);
    }

    [PostgresFact]
    public async Task Ten_who_come_at_once_share_one_server()
    {
        await using var folder = new DataFolder();
        var clusters = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => folder.OpenAsync()));
        clusters.Count(c => !c.WasRunning).Should().Be(1);
        foreach (var cluster in clusters)
            await cluster.DisposeAsync();
    }

    [PostgresFact]
    public async Task Someone_who_comes_while_the_last_one_leaves_is_served()
    {
        await using var folder = await DataFolder.MadeAsync();
        for (var round = 0; round < 5; round++)
        {
            await using var cluster = await folder.OpenAsync();
            (await DataFolder.AskAsync<int>(cluster.ConnectionString(), "select 1")).Should().Be(1);
        }
    }

    [PostgresFact]
    public async Task A_throwaway_cluster_removes_its_folder_when_its_last_user_is_gone()
    {
        await using var folder = new DataFolder();
        await using (await folder.OpenAsync(ClusterOptions.Throwaway with { SharedBuffersMegabytes = 16 }))
            Directory.Exists(folder.Data).Should().BeTrue();
        await DataFolder.Until(() => !Directory.Exists(folder.Path), "the folder is gone");
    }
}
