namespace DynamoGen.Migrations;

/// <summary>How old and new items lie to one another, which is the same from the beginning of a migration to its end and in every process.</summary>
/// <param name="HasOutbox">Whether the one side follows the other by an outbox.</param>
/// <param name="LieApart">Whether they lie in two accounts or regions.</param>
internal readonly record struct Placement(bool HasOutbox, bool LieApart)
{
    /// <summary>Why a process takes no part in a migration that was begun otherwise.</summary>
    public string Misfit(MigrationState begun) =>
        $"{begun.Migration} was begun with its new items {(begun.LieApart ? "in another place than" : "beside")} the old ones, "
        + $"and this process {(LieApart ? "has another client for them" : "has one client for both")}: set TargetClient the same in every process, "
        + "and let Forward make as many items in each.";
}
