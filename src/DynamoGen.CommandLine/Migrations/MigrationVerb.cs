using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Runs;

namespace DynamoGen.CommandLine.Migrations;

/// <summary>A verb about one migration.</summary>
internal abstract class MigrationVerb : Verb
{
    private readonly Option<string?> _name = MigrationOption.Name();

    /// <inheritdoc/>
    protected MigrationVerb(CommandSession session, string name, string description)
        : base(session, name, description) => Options.Add(_name);

    /// <summary>Does the work.</summary>
    protected abstract Task<int> RunAsync(MigrationRunner runner, ParseResult arguments, VerbOutput output, CancellationToken cancellationToken);

    protected sealed override Task<int> RunAsync(ParseResult arguments, VerbOutput output, CancellationToken cancellationToken) =>
        RunAsync(RegisteredMigrations.Find(Session.Services, arguments.GetValue(_name)), arguments, output, cancellationToken);

    /// <summary>Refuses what cannot be gone back from, unless that is said to be meant.</summary>
    /// <exception cref="CommandException">It was not said.</exception>
    protected static void ThrowIfIrrevocable(MigrationSchema migration, MigrationState state, MigrationPhase until, bool isMeant)
    {
        // Without a backward function there is no cut-over: Contract takes its place.
        var last = migration.IsReversible ? MigrationPhase.Cutover : MigrationPhase.ShadowRead;
        if (!isMeant && state.Phase <= last && until > last)
        {
            throw new CommandException(
                $"{migration.Name} cannot go back from {MigrationPhase.Contract}: from there on, the new items alone are written. With --yes it goes there.");
        }
    }
}
