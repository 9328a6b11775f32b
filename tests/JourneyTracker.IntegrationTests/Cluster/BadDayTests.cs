using System.Diagnostics;
using System.Globalization;
using JourneyTracker.IntegrationTests.Fixtures;
using JourneyTracker.Journal.Cluster;

namespace JourneyTracker.IntegrationTests.Cluster;

/// <summary>What a crash leaves behind is cleared; what cannot be helped is said in one sentence.</summary>
public sealed class BadDayTests
{
    [PostgresFact]
    public async Task A_pid_file_whose_number_now_belongs_to_another_process_does_not_matter()
    {
        await using var folder = await DataFolder.MadeAsync();
        using var other = await OtherProcess.StartAsync(folder);
        await File.WriteAllTextAsync(folder.PidFile, PidFileOf(other.Id, folder));
        await using var cluster = await folder.OpenAsync();
        folder.ServerPid.Should().NotBe(other.Id);
        other.Lives.Should().BeTrue();
    }

    [PostgresFact]
    public async Task A_pid_file_of_a_process_that_is_gone_does_not_matter()
    {
        await using var folder = await DataFolder.MadeAsync();
        await File.WriteAllTextAsync(folder.PidFile, PidFileOf(int.MaxValue, folder));
        await using var cluster = await folder.OpenAsync();
        (await DataFolder.AskAsync<int>(cluster.ConnectionString(), "select 1")).Should().Be(1);
    }

    [PostgresFact]
    public async Task A_socket_lock_left_behind_does_not_matter()
    {
        await using var folder = await DataFolder.MadeAsync();
        using var other = await OtherProcess.StartAsync(folder);
        var socket = Path.Combine(folder.Path, "cluster", "socket", ".s.PGSQL.5432");
        await File.WriteAllTextAsync(socket + ".lock", PidFileOf(other.Id, folder));
        await File.WriteAllTextAsync(socket, "");
        await using var cluster = await folder.OpenAsync();
        (await DataFolder.AskAsync<int>(cluster.ConnectionString(), "select 1")).Should().Be(1);
    }

    [PostgresFact]
    public async Task A_data_folder_of_another_major_version_is_refused_and_left_alone()
    {
        await using var folder = await DataFolder.MadeAsync();
        var version = Path.Combine(folder.Data, "PG_VERSION");
        await File.WriteAllTextAsync(version, "9\n");
        (await RefusalAsync(folder)).Should().Contain("was made by PostgreSQL 9 and cannot be opened by PostgreSQL");
        (await File.ReadAllTextAsync(version)).Should().Be("9\n");
    }

    [PostgresFact]
    public async Task A_half_finished_initdb_is_done_again()
    {
        await using var folder = new DataFolder();
        var half = Path.Combine(folder.Path, "cluster", "unfinished-12345678");
        Directory.CreateDirectory(half);
        await File.WriteAllTextAsync(Path.Combine(half, "PG_VERSION"), "15\n");
        await using var cluster = await folder.OpenAsync();
        Directory.Exists(half).Should().BeFalse();
    }

    [PostgresTheory]
    [InlineData("PG_VERSION", "is damaged")]
    [InlineData("global/pg_control", "cannot open the data folder")]
    public async Task A_damaged_data_folder_gets_one_sentence_and_stays_as_it_is(string lost, string said)
    {
        await using var folder = await DataFolder.MadeAsync();
        File.Delete(Path.Combine(folder.Data, lost));
        (await RefusalAsync(folder)).Should().Contain(said).And.NotContain("\n");
        File.Exists(Path.Combine(folder.Data, "postgresql.conf")).Should().BeTrue();
    }

    [PostgresFact]
    public async Task A_full_disk_is_said_before_the_server_runs_into_it()
    {
        await using var folder = new DataFolder();
        (await RefusalAsync(folder, DataFolder.Options with { MinimumFreeBytes = long.MaxValue })).Should().StartWith("There is no space left on the disk");
    }

    [Fact]
    public async Task A_folder_without_the_programs_is_named()
    {
        await using var folder = new DataFolder();
        (await RefusalAsync(folder, DataFolder.Options with { BinariesFolder = "/nowhere" })).Should().Be("There are no PostgreSQL programs (initdb, postgres) in /nowhere.");
    }

    [PostgresFact]
    public async Task A_start_that_takes_another_process_too_long_is_given_up_with_a_sentence()
    {
        await using var folder = await DataFolder.MadeAsync();
        using var starting = new FileStream(Path.Combine(folder.Path, "cluster", "start.lock"), FileMode.Open, FileAccess.Read, FileShare.None);
        (await RefusalAsync(folder, DataFolder.Options with { Patience = TimeSpan.FromMilliseconds(100) })).Should().Contain("is busy");
    }

    [PostgresFact]
    public async Task A_server_that_somebody_else_runs_on_the_folder_is_left_running()
    {
        await using var folder = await DataFolder.MadeAsync();
        // A stand-in with the command line of a server that was started by hand.
        using var stranger = Process.Start("bash", ["-c", "exec -a /usr/bin/postgres tail -f /dev/null \"$0\"", folder.Data]);
        try
        {
            // tail follows its arguments, so the folder stands in its command line as it does after postgres -D.
            await DataFolder.Until(() => File.ReadAllText($"/proc/{stranger.Id}/cmdline").StartsWith("/usr/bin/postgres", StringComparison.Ordinal), "the stand-in runs");
            await File.WriteAllTextAsync(folder.PidFile, PidFileOf(stranger.Id, folder));
            (await RefusalAsync(folder)).Should().Contain("is busy").And.Contain(stranger.Id.ToString(CultureInfo.InvariantCulture));
            stranger.HasExited.Should().BeFalse();
        }
        finally
        {
            stranger.Kill();
            File.Delete(folder.PidFile);
        }
    }

    [PostgresFact]
    public async Task A_server_that_somebody_started_by_hand_in_the_folder_is_left_running()
    {
        await using var folder = await DataFolder.MadeAsync();
        // A stand-in that was started inside the folder, so that its command line does not say where.
        using var stranger = Process.Start(new ProcessStartInfo("bash", ["-c", "exec -a postgres tail -f /dev/null"]) { WorkingDirectory = folder.Data })!;
        try
        {
            await DataFolder.Until(() => File.ReadAllText($"/proc/{stranger.Id}/cmdline").StartsWith("postgres", StringComparison.Ordinal), "the stand-in runs");
            await File.WriteAllTextAsync(folder.PidFile, PidFileOf(stranger.Id, folder));
            (await RefusalAsync(folder)).Should().Contain("is busy").And.Contain(stranger.Id.ToString(CultureInfo.InvariantCulture));
            File.Exists(folder.PidFile).Should().BeTrue("the server would end itself without it");
        }
        finally
        {
            stranger.Kill();
            File.Delete(folder.PidFile);
        }
    }

    [RootFact]
    public async Task Root_is_told_which_folder_is_in_the_way_of_the_servers_user()
    {
        await using var parent = new DataFolder();
        Directory.CreateDirectory(parent.Path);
        using (var close = Process.Start("chmod", ["0700", parent.Path]))
            await close.WaitForExitAsync();
        await using var folder = new DataFolder(parent.Path);
        (await RefusalAsync(folder)).Should().Contain($"may not enter {parent.Path}");
    }

    private static async Task<string> RefusalAsync(DataFolder folder, ClusterOptions? options = null)
    {
        var open = async () => await folder.OpenAsync(options);
        return (await open.Should().ThrowAsync<ClusterException>()).Which.Message;
    }

    private static string PidFileOf(int pid, DataFolder folder) => $"{pid}\n{folder.Data}\n1700000000\n5432\n{folder.Path}/cluster/socket\n\n  1 1\nready\n";
}
