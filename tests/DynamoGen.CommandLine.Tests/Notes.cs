using DynamoGen.Hosting;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Store;
using DynamoGen.Repositories;

namespace DynamoGen.CommandLine.Tests;

[Table("old-notes")]
public sealed partial class OldNotes;

[Table("notes")]
public sealed partial class NewNotes;

[Entity<OldNotes>]
[Key("NOTE#{Id}", "NOTE")]
public sealed partial record OldNote(string Id, string Text);

[Entity<NewNotes>]
[Key("N#{Id}", "NOTE")]
public sealed partial record Note(string Id, string Body);

[Repository<OldNote>]
public partial interface IOldNotes
{
    ValueTask<OldNote?> Get(string id);

    ValueTask Put(OldNote note);
}

[Repository<Note>]
public partial interface INotes
{
    ValueTask<Note?> Get(string id);

    ValueTask Put(Note note);
}

[Migration<OldNote, Note>(typeof(IOldNotes), typeof(INotes))]
public sealed partial class NoteMigration
{
    public static Note Forward(OldNote old) => new(old.Id, old.Text == "poison" ? throw new InvalidOperationException("secret") : old.Text);

    public static OldNote Backward(Note note) => new(note.Id, note.Body);
}

/// <summary>There is no way back from its notes.</summary>
[Migration<OldNote, Note>(typeof(IOldNotes), typeof(INotes))]
public sealed partial class OneWayMigration
{
    public static Note Forward(OldNote old) => new(old.Id, old.Text);
}

/// <summary>Hosts with a migration.</summary>
internal static class NoteHost
{
    public static async Task<VerbHost> CreateAsync(VerbServer server, params OldNote[] notes)
    {
        var host = await VerbHost.CreateAsync(server, builder => builder.AddMigration<NoteMigration, IOldNotes, INotes>(Configure));
        await FillAsync(host, notes);
        return host;
    }

    public static async Task<VerbHost> CreateOneWayAsync(VerbServer server)
    {
        var host = await VerbHost.CreateAsync(server, builder => builder.AddMigration<OneWayMigration, IOldNotes, INotes>(Configure));
        await FillAsync(host, []);
        return host;
    }

    /// <summary>Writes old items past the migration, which nobody follows yet.</summary>
    public static async Task PutAsync(VerbHost host, params OldNote[] notes)
    {
        var plain = Plain<IOldNotes>(host);
        foreach (var note in notes)
        {
            await plain.Put(note);
        }
    }

    public static TRepository Plain<TRepository>(VerbHost host)
        where TRepository : class, IRepository<TRepository> => TRepository.Create(host.Get<RepositoryContext>());

    public static void Configure(MigrationOptions options)
    {
        options.Phases.Interval = TimeSpan.FromMilliseconds(100);
        options.Phases.Lease = TimeSpan.FromSeconds(20);
        options.Phases.Drain = TimeSpan.Zero;
        options.Backfill.Segments = 2;
        options.Backfill.MaxWriteUnitsPerSecond = 1_000;
    }

    private static async Task FillAsync(VerbHost host, OldNote[] notes)
    {
        var provisioner = host.Get<TableProvisioner>();
        await provisioner.EnsureCreatedAsync<OldNotes>();
        await provisioner.EnsureCreatedAsync<NewNotes>();
        await provisioner.EnsureCreatedAsync(MigrationTable.Schema);
        await PutAsync(host, notes);
    }
}
