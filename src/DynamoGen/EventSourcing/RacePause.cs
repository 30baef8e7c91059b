namespace DynamoGen.EventSourcing;

/// <summary>Random pauses, which grow, between attempts of writers that race: without them the same ones would meet again.</summary>
internal static class RacePause
{
    private const int BaseMilliseconds = 5;
    private const int LongestMilliseconds = 500;

    public static Task WaitAsync(int attempt, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var most = Math.Min(LongestMilliseconds, BaseMilliseconds << Math.Min(attempt, 10));
        return Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, most + 1)), timeProvider, cancellationToken);
    }
}
