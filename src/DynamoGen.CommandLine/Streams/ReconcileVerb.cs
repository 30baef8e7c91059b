using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Streams.Reconciliation;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.CommandLine.Streams;

/// <summary><c>streams reconcile</c></summary>
internal sealed class ReconcileVerb : Verb
{
    private readonly Option<string> _name = new("--name") { Description = "The reconciliation's name; all of them without it.", HelpName = "name" };
    private readonly Option<double> _share = new("--share") { Description = "The share of the entries that is compared, from 0 to 1: all by default." };
    private readonly Option<long> _seed = new("--seed") { Description = "Compares another sample of the same share." };
    private readonly Option<bool> _repair = new("--repair") { Description = "Repairs what has drifted; else it is only counted." };

    public ReconcileVerb(CommandSession session)
        : base(session, "reconcile", "Compares derived states, such as search indexes and views, with their sources.")
    {
        _share.DefaultValueFactory = _ => 1;

        // The library would read it in the user's culture, of which some take 0.01 for 1.
        _share.CustomParser = result =>
        {
            if (!double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) || share is not (>= 0 and <= 1))
            {
                result.AddError("--share must be from 0 to 1.");
            }

            return share;
        };
        Options.Add(_name);
        Options.Add(_share);
        Options.Add(_seed);
        Options.Add(_repair);
    }

    protected override async Task<int> RunAsync(ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var left = 0L;
        await output.WriteAllAsync(
            RunAllAsync(Asked(arguments.GetValue(_name)), arguments, cancellationToken).Select(line =>
            {
                left += line.Drifted - line.Repaired;
                return line;
            }),
            cancellationToken,
            new("Name", line => line.Name),
            new("Compared", line => Number(line.Compared)),
            new("Missing", line => Number(line.Missing)),
            new("Different", line => Number(line.Different)),
            new("Superfluous", line => Number(line.Superfluous)),
            new("Ahead", line => Number(line.Ahead)),
            new("Repaired", line => Number(line.Repaired))).ConfigureAwait(false);
        return left == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private IReadOnlyList<RegisteredReconciliation> Asked(string? name)
    {
        var all = Session.Services.GetServices<RegisteredReconciliation>().OrderBy(registered => registered.Name, StringComparer.Ordinal).ToList();
        if (all.Count == 0)
        {
            throw new CommandException("The application registers no reconciliation; AddReconciliation does.");
        }

        return name is null ? all
            : all.Find(registered => registered.Name == name) is { } found ? [found]
            : throw new CommandException($"No reconciliation is named '{name}'. There are: {string.Join(", ", all.Select(registered => registered.Name))}.");
    }

    private async IAsyncEnumerable<ReconciliationLine> RunAllAsync(
        IReadOnlyList<RegisteredReconciliation> asked, ParseResult arguments, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var reconciliation in asked)
        {
            var options = reconciliation.Options with
            {
                Share = arguments.GetValue(_share),
                Seed = arguments.GetValue(_seed),
                Repairs = arguments.GetValue(_repair),
            };
            var report = await reconciliation.RunAsync(options, cancellationToken).ConfigureAwait(false);
            yield return new ReconciliationLine(
                reconciliation.Name,
                report.Compared,
                report.Drifted,
                report.Missing,
                report.Different,
                report.Superfluous,
                report.Ahead,
                report.Repaired);
        }
    }

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a comparison found.</summary>
/// <param name="Name">The reconciliation's name.</param>
/// <param name="Compared">How many items and entries were compared.</param>
/// <param name="Drifted">How many entries differed: the sum of the next four.</param>
/// <param name="Missing">How many entries were missing.</param>
/// <param name="Different">How many were different.</param>
/// <param name="Superfluous">How many were superfluous.</param>
/// <param name="Ahead">How many were ahead of their items; those are not repaired.</param>
/// <param name="Repaired">How many of all of them were repaired, and seen to agree.</param>
internal sealed record ReconciliationLine(
    string Name, long Compared, long Drifted, long Missing, long Different, long Superfluous, long Ahead, long Repaired) : IVerbRecord
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("name", Name);
        json.WriteNumber("compared", Compared);
        json.WriteNumber("drifted", Drifted);
        json.WriteNumber("missing", Missing);
        json.WriteNumber("different", Different);
        json.WriteNumber("superfluous", Superfluous);
        json.WriteNumber("ahead", Ahead);
        json.WriteNumber("repaired", Repaired);
    }
}
