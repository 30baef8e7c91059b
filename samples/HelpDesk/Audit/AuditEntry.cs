using DynamoGen;

namespace HelpDesk.Audit;

/// <summary>What somebody did. All of a day are one partition, which everything that is done writes to: it is spread over shards.</summary>
[Entity<HelpDeskTable>]
[Key("AUDIT#{Day}", "{At}#{Agent}", Shards = 4)]
public sealed partial record AuditEntry(DateOnly Day, DateTimeOffset At, string Agent, string Action) : IHelpDeskItem;
