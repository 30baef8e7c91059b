using DynamoGen;

namespace HelpDesk.People;

/// <summary>Who works on tickets, as the agent's own client said it last.</summary>
[Entity<HelpDeskTable>]
[Key("AGENT#{Name}", "AGENT")]
public sealed partial record Agent(string Name, bool IsAvailable, DateTimeOffset SeenAt) : IHelpDeskItem;
