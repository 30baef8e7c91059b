using System.Text.Json.Serialization;
using DynamoGen;

namespace HelpDesk.Tickets;

/// <summary>What a customer asks for. Its comments and time entries are items of their own under the same partition key.</summary>
[Entity<HelpDeskTable>]
[Key("TICKET#{Number}", "ABOUT")]
[Key("by-queue", "QUEUE#{Queue}", "{OpenedAt}#{Number}", Shards = 4)]
[Key("by-customer", "CUSTOMER#{CustomerId}", "{OpenedAt}#{Number}")]
[Key("escalated", "ESCALATED#{EscalatedTo}", "{Number}")] // sparse: few tickets are escalated
public sealed partial record Ticket : ITicketItem, IHelpDeskItem
{
    public required int Number { get; init; }

    public required int CustomerId { get; init; }

    public required string Queue { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>A number in the table, and a name in JSON.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Priority>))]
    public Priority Priority { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<TicketStatus>))]
    public TicketStatus Status { get; init; }

    /// <summary>Who works on it; null while nobody does.</summary>
    public string? Agent { get; init; }

    public string? EscalatedTo { get; init; }

    public HashSet<string> Tags { get; init; } = [];

    [OptimisticLock]
    public long Revision { get; init; }
}
