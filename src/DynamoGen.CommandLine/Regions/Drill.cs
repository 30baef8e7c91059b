using System.Globalization;
using System.Runtime.CompilerServices;
using DynamoGen.CommandLine.Commands;

namespace DynamoGen.CommandLine.Regions;

/// <summary>Rehearses the failover of a table: there, and back, whatever came out.</summary>
/// <param name="table">The table.</param>
/// <param name="limit">How long each region has to hear of a move.</param>
/// <param name="time">The time that steps take, and that passes between two looks.</param>
/// <param name="begins">Is told of each step as it begins, since it can take as long as the limit.</param>
internal sealed class Drill(WrittenTable table, TimeSpan limit, TimeProvider time, Action<string> begins)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <param name="region">The region that takes over the writes for the time of the drill.</param>
    /// <param name="cancellationToken">Ends it; the writes may then be in either region.</param>
    /// <exception cref="CommandException">The region writes the table already, or cannot.</exception>
    public async IAsyncEnumerable<DrillStep> RunAsync(string region, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = await table.ReadAsync(cancellationToken).ConfigureAwait(false);
        var before = lines.Select(line => line.Writer).MaxBy(writer => writer?.Epoch.Value ?? -1)?.Region
            ?? throw new CommandException($"No region says which one writes '{table.Name}'.");
        if (before == region)
        {
            throw new CommandException($"{region} writes '{table.Name}' already; rehearse with another region.");
        }

        foreach (var (there, name) in new[] { (region, "fail over"), (before, "go back") })
        {
            begins($"{there} takes over the writes of '{table.Name}'.");
            var started = time.GetTimestamp();
            await table.FailOverAsync(there, cancellationToken).ConfigureAwait(false);
            yield return new DrillStep(name, there, Holds: true, time.GetElapsedTime(started), []);
            yield return await VerifyAsync(there, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Looks until every region has heard, or the limit has passed.</summary>
    private async Task<DrillStep> VerifyAsync(string region, CancellationToken cancellationToken)
    {
        begins($"Each region has to hear of it within {limit.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s.");
        var started = time.GetTimestamp();
        while (true)
        {
            var lines = await table.ReadAsync(cancellationToken).ConfigureAwait(false);
            var missing = lines.Where(line => line.Writer?.Region != region).Select(line => line.Region).ToArray();
            var took = time.GetElapsedTime(started);
            if (missing.Length == 0 || took >= limit)
            {
                return new DrillStep("verify", region, missing.Length == 0, took, missing);
            }

            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
