using Amazon.DynamoDBv2;

namespace DynamoGen.Tests.Instruments;

/// <summary>Calls that are refused, of which nothing tells what is stored.</summary>
internal static class Refusals
{
    /// <summary>The exception that a call ends with, of which no text of DynamoGen's has a canary. DynamoDB's own may stand behind it.</summary>
    public static async Task<T> RefusedAsync<T>(this InstrumentedSample sample, Func<Task> call)
        where T : Exception
    {
        var spans = sample.Telemetry.Spans.Count;
        var refused = await Assert.ThrowsAnyAsync<T>(call);
        Assert.True(sample.Telemetry.Spans.Count > spans || sample.Proxy.Refusal is null, $"{refused.GetType()} has no span.");
        for (Exception? cause = refused; cause is not null; cause = cause.InnerException)
        {
            if (cause is not AmazonDynamoDBException)
            {
                AssertNoCanary([cause.Message, .. cause.Data.Values.Cast<object?>().Select(value => $"{value}"), $"{cause.HelpLink} {cause.Source}"]);
            }
        }

        return refused;
    }

    /// <summary>There is telemetry, and it tells nothing of what is stored.</summary>
    public static void AssertNothingTold(this InstrumentedSample sample)
    {
        Assert.NotEmpty(sample.Telemetry.Spans);
        Assert.NotEmpty(sample.Telemetry.Logged);
        AssertNoCanary([.. sample.Telemetry.Texts]);
    }

    private static void AssertNoCanary(IReadOnlyList<string> texts) =>
        Assert.All(Canary.All, canary => Assert.DoesNotContain(texts, text => text.Contains(canary, StringComparison.Ordinal)));
}
