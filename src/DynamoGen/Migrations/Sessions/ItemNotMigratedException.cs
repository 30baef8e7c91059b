namespace DynamoGen.Migrations.Sessions;

/// <summary>A write met an old item that the migration could not copy and has put aside. Nothing was written; the reason stands beside the item's key.</summary>
/// <param name="accessPattern">The access pattern.</param>
public sealed class ItemNotMigratedException(string accessPattern)
    : DynamoGenException($"{accessPattern}: the item was put aside by the migration, because it cannot be copied. Nothing was written.");
