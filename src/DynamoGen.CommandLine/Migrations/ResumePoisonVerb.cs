using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations.Estimates;
using DynamoGen.Migrations.Runs;

namespace DynamoGen.CommandLine.Migrations;

/// <summary><c>migrate resume-poison</c></summary>
internal sealed class ResumePoisonVerb(CommandSession session)
    : MigrationVerb(session, "resume-poison", "Tries again to copy the items that were put aside, and tells why those that are left cannot be copied.")
{
    protected override async Task<int> RunAsync(MigrationRunner runner, ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var retry = await RetryAsync(runner, cancellationToken).ConfigureAwait(false);
        var reasons = await runner.ListFailuresAsync(cancellationToken)
            .GroupBy(failure => failure.Reason)
            .Select(group => new SampledFailure(group.Key, group.Count()))
            .OrderByDescending(failure => failure.Count)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var line = new ResumeLine(runner.Migration.Name, retry.Copied, reasons);
        await output.WriteAsync(
            line,
            cancellationToken,
            new("Migration", resumed => resumed.Migration),
            new("Copied", resumed => resumed.Copied.ToString(CultureInfo.InvariantCulture)),
            new("Left", resumed => resumed.Left.ToString(CultureInfo.InvariantCulture))).ConfigureAwait(false);
        if (reasons.Count > 0)
        {
            output.WriteTable(reasons, FailureColumns.All);
        }

        return line.Left == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static async Task<FailureRetry> RetryAsync(MigrationRunner runner, CancellationToken cancellationToken)
    {
        try
        {
            return await runner.RetryFailuresAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException impossible)
        {
            throw new CommandException(impossible.Message);
        }
    }
}

/// <summary>What became of the items that were put aside.</summary>
/// <param name="Migration">The migration's name.</param>
/// <param name="Copied">How many are brought up to date.</param>
/// <param name="Reasons">Why the others cannot be copied.</param>
internal sealed record ResumeLine(string Migration, long Copied, IReadOnlyList<SampledFailure> Reasons) : IVerbRecord
{
    public long Left => Reasons.Sum(reason => (long)reason.Count);

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("migration", Migration);
        json.WriteNumber("copied", Copied);
        json.WriteNumber("left", Left);
        json.WriteStartArray("reasons");
        FailureColumns.Write(json, Reasons);
        json.WriteEndArray();
    }
}
