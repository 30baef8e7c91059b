using System.CommandLine;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Output;
using DynamoGen.Migrations.Estimates;
using DynamoGen.Migrations.Runs;

namespace DynamoGen.CommandLine.Migrations;

/// <summary><c>migrate plan</c></summary>
internal sealed class PlanVerb : MigrationVerb
{
    private const int MostItems = 1_000;
    private const int MostProcesses = 100_000;

    private readonly Option<int?> _processes = MigrationOption.Count("--processes", "How many processes will copy: 1 by default.", MostProcesses);

    private readonly Option<int?> _dryRun = MigrationOption.Count(
        "--dry-run", "Shows so many old items, chosen at random, and what would be written for them. They are shown with their values.", MostItems);

    public PlanVerb(CommandSession session)
        : base(session, "plan", "Estimates what a migration takes, and tells what each phase does. It writes nothing.")
    {
        Options.Add(_processes);
        Options.Add(_dryRun);
    }

    protected override async Task<int> RunAsync(MigrationRunner runner, ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var options = new EstimateOptions { Processes = arguments.GetValue(_processes) ?? 1 };
        var state = (await runner.GetProgressAsync(cancellationToken).ConfigureAwait(false)).State;
        var estimate = await runner.EstimateAsync(options, cancellationToken).ConfigureAwait(false);
        if (output.IsJson)
        {
            await output.WriteAsync(new PlanLine(state.Phase, estimate), cancellationToken).ConfigureAwait(false);
        }
        else
        {
            Write(output, new PlanLine(state.Phase, estimate), options.Processes, runner.HasOutbox);
        }

        if (arguments.GetValue(_dryRun) is { } count)
        {
            await WriteAsync(output, await runner.DryRunAsync(count, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        return ExitCodes.Done;
    }

    private static void Write(VerbOutput output, PlanLine plan, int processes, bool hasOutbox)
    {
        output.WriteTable(EstimateText.Of(plan.Estimate, processes), new("Estimate", row => row.Name), new(plan.Estimate.Migration, row => row.Value));
        if (plan.Estimate.Failures.Count > 0)
        {
            output.WriteTable(plan.Estimate.Failures, FailureColumns.All);
        }

        output.WriteTable(
            PhaseGuide.Of(hasOutbox),
            new("Phase", row => row.Phase == plan.Phase ? $"{row.Phase} (now)" : row.Phase.ToString()),
            new("Writes", row => row.Writes),
            new("Reads", row => row.Reads),
            new("Work", row => row.Work));
    }

    private static async Task WriteAsync(VerbOutput output, IReadOnlyList<MigratedSample> samples, CancellationToken cancellationToken)
    {
        foreach (var (sample, number) in samples.Select((sample, index) => (sample, index + 1)))
        {
            if (output.IsJson)
            {
                await output.WriteAsync(new SampleLine(sample), cancellationToken).ConfigureAwait(false);
            }
            else
            {
                SampleDiff.Write(output, sample, $"Item {number} of {samples.Count}");
            }
        }
    }
}
