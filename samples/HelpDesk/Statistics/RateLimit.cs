using DynamoGen;

namespace HelpDesk.Statistics;

/// <summary>How many tickets a customer has opened since the first of them, until it expires.</summary>
[Entity<HelpDeskTable>]
[Key("LIMIT#{CustomerId}", "LIMIT")]
public sealed partial record RateLimit(int CustomerId, int Used) : IHelpDeskItem
{
    [AttributeName("expires"), TimeToLive]
    public required DateTimeOffset ExpiresAt { get; init; }
}
