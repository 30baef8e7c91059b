using DynamoGen;

namespace HelpDesk.People;

/// <summary>Who opens tickets. No two customers have the same e-mail address.</summary>
[Entity<HelpDeskTable>]
[Key("CUSTOMER#{Id}", "CUSTOMER")]
[Unique("EMAIL#{Email}")]
public sealed partial record Customer(int Id, string Name, string Email) : IHelpDeskItem;
