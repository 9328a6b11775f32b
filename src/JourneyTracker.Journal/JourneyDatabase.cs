using JourneyTracker.Domain.Access;
using JourneyTracker.Domain.Identity;
using JourneyTracker.Domain.Journal;
using JourneyTracker.Journal.AccessLog;
using JourneyTracker.Journal.Administration;
using JourneyTracker.Journal.Doors;
using JourneyTracker.Journal.Drafts;
using JourneyTracker.Journal.Events;
using JourneyTracker.Journal.Folding;
using JourneyTracker.Journal.Import.History;
using JourneyTracker.Journal.Partnerships;
using JourneyTracker.Journal.Schema;
using JourneyTracker.Journal.Secrets;
using JourneyTracker.Journal.SignIn;
using JourneyTracker.Journal.Today;
using JourneyTracker.Journal.Vault;

namespace JourneyTracker.Journal;

/// <summary>Everything that stands in the database, opened once for a program. Any number of programs may have it open.</summary>
public sealed class JourneyDatabase : IAsyncDisposable
{
    private readonly Bell bell;
    private readonly JourneyKeys keys;
    private readonly TableJournal journal;
    private readonly IdentityVault vault;

    private JourneyDatabase(DataSources sources, JourneyKeys keys, HouseSecrets secrets, TimeProvider clock, JournalParts parts, TableJournal journal)
    {
        var hashes = Hashes = new KeyedHashes(secrets.Hashing);
        this.keys = keys;
        bell = parts.Bell;
        Sources = sources;
        Partnerships = parts.Partnerships;
        this.journal = journal;
        vault = new IdentityVault(sources.Loader, keys, hashes, clock);
        AccessLog = new PostgresAccessLog(sources.Writer, hashes);
        Keys = new KeyHouse(sources, keys, secrets, clock);
        Sealing = new FactSealing(keys);
        Access = new AccessBook(sources.Reader, journal, Sealing, clock);
        HoleCloser = new HoleCloser(sources.Folder, bell);
        People = new PeopleRegister(sources);
        Imports = new ImportHistory(sources, secrets.Hashing);
        Prompts = new PromptMarks(sources, keys);
        Drafts = new DraftTable(sources.Loader, keys);
        SignInSessions = new SessionTable(sources.Loader);
        SignInKeys = new KeyRing(sources.Loader, secrets.Hashing);
    }

    public IJournal Journal => journal;

    public IIdentityVault Vault => vault;

    public IAccessLog AccessLog { get; }

    public PartnershipRegister Partnerships { get; }

    /// <summary>Which people are known in each partnership.</summary>
    public PeopleRegister People { get; }

    /// <summary>Who imported what.</summary>
    public ImportHistory Imports { get; }

    /// <summary>Who took, snoozed or did what somebody is needed for.</summary>
    public PromptMarks Prompts { get; }

    /// <summary>The journeys of which not everybody may know.</summary>
    public AccessBook Access { get; }

    /// <summary>For whoever keeps the keys.</summary>
    public KeyHouse Keys { get; }

    /// <summary>Opens protected values of facts that were read.</summary>
    public FactSealing Sealing { get; }

    /// <summary>To be run by the one node that folds, and by no other.</summary>
    public HoleCloser HoleCloser { get; }

    /// <summary>Who is signed in.</summary>
    public SessionTable SignInSessions { get; }

    /// <summary>What their sessions are sealed with.</summary>
    public KeyRing SignInKeys { get; }

    public DataSources Sources { get; }

    internal KeyedHashes Hashes { get; }

    /// <summary>What people typed and have not recorded.</summary>
    internal DraftTable Drafts { get; }

    /// <summary>With the master key in a file of that folder, made at first use.</summary>
    /// <inheritdoc cref="OpenAsync(string, string, MasterKeySource, TimeProvider, CancellationToken, bool, JournalChoice)"/>
    public static Task<JourneyDatabase> OpenAsync(
        string connectionString, string keysConnectionString, string secretsFolder, TimeProvider clock, CancellationToken ct, bool loadsYield = true, JournalChoice? journal = null) =>
        OpenAsync(connectionString, keysConnectionString, MasterKeyFile.In(secretsFolder), clock, ct, loadsYield, journal);

    /// <summary>Migrates both databases and checks that the master key is theirs.</summary>
    /// <param name="connectionString">The journal's database.</param>
    /// <param name="keysConnectionString">The database of the journeys' keys, apart from the journal and its backups.</param>
    /// <param name="masterKey">Where the master key is.</param>
    /// <param name="clock">For what is remembered and for how long; facts are dated by the database.</param>
    /// <param name="ct">Stops the opening.</param>
    /// <param name="loadsYield">Whether loads keep pace with the folding, so that live boards stay live beside them.</param>
    /// <param name="journal">What it records through; our own when not given.</param>
    /// <exception cref="JournalChoiceException">This program has no such journal.</exception>
    /// <exception cref="MigrationException">The schema belongs to another version of this program.</exception>
    /// <exception cref="SecretsException">The master key is missing, or is not this database's.</exception>
    public static async Task<JourneyDatabase> OpenAsync(
        string connectionString, string keysConnectionString, MasterKeySource masterKey, TimeProvider clock, CancellationToken ct, bool loadsYield = true, JournalChoice? journal = null)
    {
        await Migrations.ApplyAsync(connectionString, ct);
        var sources = new DataSources(connectionString);
        JourneyKeys? keys = null;
        try
        {
            var secrets = await HouseSecrets.OpenAsync(sources.Writer, masterKey, ct);
            keys = new JourneyKeys(keysConnectionString, secrets.Master, masterKey, clock);
            await keys.PrepareAsync(ct);
            var partnerships = new PartnershipRegister(sources);
            var parts = new JournalParts(sources, partnerships, new Preparation(partnerships, keys, new KeyedHashes(secrets.Hashing)), new Bell(sources), loadsYield);
            return new JourneyDatabase(sources, keys, secrets, clock, parts, await (journal ?? JournalChoice.Own).MakeAsync(parts, ct));
        }
        catch
        {
            if (keys is not null) await keys.DisposeAsync();
            await sources.DisposeAsync();
            throw;
        }
    }

    /// <summary>On the node that folds, until cancelled.</summary>
    internal Task DriveFoldsAsync(IFoldSteps folds, CancellationToken ct) => journal.DriveAsync(folds, ct);

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        await bell.DisposeAsync();
        vault.Dispose();
        await keys.DisposeAsync();
        await Sources.DisposeAsync();
    }
}
