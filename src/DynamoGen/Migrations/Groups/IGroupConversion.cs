using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Migrations.Groups;

/// <summary>Knows the groups of a migration's items, as they are stored.</summary>
internal interface IGroupConversion
{
    /// <summary>The group of an old item.</summary>
    /// <exception cref="DynamoGenException">The item cannot be read.</exception>
    ItemGroup GroupOfSource(Dictionary<string, AttributeValue> source);

    /// <summary>The group of a new item.</summary>
    /// <exception cref="DynamoGenException">The item cannot be read.</exception>
    ItemGroup GroupOfTarget(Dictionary<string, AttributeValue> target);

    /// <summary>The new items that old ones of a group stand for.</summary>
    /// <exception cref="DynamoGenException">An old item cannot be read, or a new one not be stored, or one is of another group.</exception>
    IReadOnlyList<StoredItem> Forward(IReadOnlyList<Dictionary<string, AttributeValue>> sources);

    /// <summary>A new item as this build stores it.</summary>
    /// <exception cref="DynamoGenException">The item cannot be read.</exception>
    StoredItem Renew(Dictionary<string, AttributeValue> target);
}
