namespace DynamoGen.Migrations;

/// <summary>How many items of one side stand for how many of the other.</summary>
public enum MigrationCardinality
{
    /// <summary>One old item becomes one new item.</summary>
    OneToOne,

    /// <summary>One old item becomes several new ones.</summary>
    OneToMany,

    /// <summary>Several old items become one new item.</summary>
    ManyToOne,
}
