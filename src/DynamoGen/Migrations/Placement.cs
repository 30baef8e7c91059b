namespace DynamoGen.Migrations;

/// <summary>How old and new items lie to one another, which is the same from the beginning of a migration to its end and in every process.</summary>
/// <param name="HasOutbox">Whether the one side follows the other by an outbox.</param>
/// <param name="LieApart">Whether they lie in two accounts or regions.</param>
internal readonly record struct Placement(bool HasOutbox, bool LieApart);
