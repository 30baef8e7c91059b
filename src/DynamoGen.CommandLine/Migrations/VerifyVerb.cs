using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Verification;

namespace DynamoGen.CommandLine.Migrations;

/// <summary><c>migrate verify</c></summary>
internal sealed class VerifyVerb(CommandSession session)
    : MigrationVerb(session, "verify", "Compares all old and new items, from Settle to Cutover. It writes nothing.")
{
    protected override async Task<int> RunAsync(MigrationRunner runner, ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var found = await VerifyAsync(runner, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(
            new VerificationLine(runner.Migration.Name, found),
            cancellationToken,
            new("Migration", line => line.Migration),
            new("Phase", line => line.Found.Phase.ToString()),
            new("Old items", line => Number(line.Found.OldItems)),
            new("New items", line => Number(line.Found.NewItems)),
            new("Lost", line => Number(line.Found.Lost)),
            new("Stale", line => Number(line.Found.Stale)),
            new("Without an old one", line => Number(line.Found.Resurrected)),
            new("Cannot be copied", line => Number(line.Found.Failed))).ConfigureAwait(false);
        if (!output.IsJson && found.Examples.Count > 0)
        {
            output.WriteTable(found.Examples, new("Difference", example => example.Kind.ToString()), new("Hash of the key", example => example.KeyHash));
        }

        return found.Agrees ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static async Task<MigrationVerification> VerifyAsync(MigrationRunner runner, CancellationToken cancellationToken)
    {
        try
        {
            return await runner.VerifyAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException impossible)
        {
            throw new CommandException(impossible.Message);
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a comparison has found.</summary>
/// <param name="Migration">The migration's name.</param>
/// <param name="Found">What was found.</param>
internal sealed record VerificationLine(string Migration, MigrationVerification Found) : IVerbRecord
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("migration", Migration);
        json.WriteString("phase", Found.Phase.ToString());
        json.WriteBoolean("agrees", Found.Agrees);
        json.WriteNumber("oldItems", Found.OldItems);
        json.WriteNumber("newItems", Found.NewItems);
        json.WriteNumber("lost", Found.Lost);
        json.WriteNumber("stale", Found.Stale);
        json.WriteNumber("resurrected", Found.Resurrected);
        json.WriteNumber("failed", Found.Failed);
        json.WriteStartArray("examples");
        foreach (var example in Found.Examples)
        {
            json.WriteStartObject();
            json.WriteString("kind", example.Kind.ToString());
            json.WriteString("keyHash", example.KeyHash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
