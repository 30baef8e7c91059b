using System.Globalization;
using DynamoGen.Transport.Direct;

namespace DynamoGen.Tests.Transport;

/// <summary>What docs/transports.md states of the most attempts and pauses of one call is what the rules come to.</summary>
public sealed class DirectLimitTests
{
    private static readonly TimeSpan Server = TimeSpan.FromHours(1);

    [Fact]
    public void The_page_states_the_most_that_one_call_can_cause()
    {
        var batches = new BatchOptions();
        var attempts = RetryPace.DynamoDb.DefaultAttempts;
        var bounds = Enumerable.Range(1, batches.MaxAttempts - 1)
            .Select(inVain => Math.Min(batches.BaseDelay.TotalSeconds * Math.Pow(2, inVain), batches.MaxDelay.TotalSeconds)).ToArray();
        var own = bounds.Sum();
        double[] one = [Pauses(FaultKind.Transient, null), Pauses(FaultKind.Throttling, null), Pauses(FaultKind.Throttling, Server)];
        Assert.All(bounds.Index(), bound => Assert.InRange(batches.Delay(bound.Index + 1).TotalSeconds, 0, bound.Item));
        var page = File.ReadAllText(Path.Combine(Repository.Folder("docs"), "transports.md"));

        Assert.Contains($"each page of a Query or Scan | {attempts} | {Seconds(one[0])} | {Seconds(one[1])} | {Seconds(one[2])} |", page, StringComparison.Ordinal);
        Assert.Contains(
            $"(`Batches.MaxAttempts`) | {batches.MaxAttempts * attempts} | {string.Join(" | ", one.Select(pauses => Seconds(own + (batches.MaxAttempts * pauses))))} |",
            page,
            StringComparison.Ordinal);
        Assert.Contains($"{own.ToString("0.##", CultureInfo.InvariantCulture)} seconds in sum", page, StringComparison.Ordinal);
    }

    private static double Pauses(FaultKind kind, TimeSpan? asked) =>
        Enumerable.Range(1, RetryPace.DynamoDb.DefaultAttempts - 1).Sum(retry => RetryPace.DynamoDb.Delay(kind, retry, random: 1, asked).TotalSeconds);

    private static string Seconds(double seconds) => seconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";
}
