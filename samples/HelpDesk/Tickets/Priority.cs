using DynamoGen;

namespace HelpDesk.Tickets;

/// <summary>Stored by its number, so that a filter can ask for the least.</summary>
[EnumAsNumber]
public enum Priority
{
    Low,
    Normal,
    High,
    Urgent,
}
