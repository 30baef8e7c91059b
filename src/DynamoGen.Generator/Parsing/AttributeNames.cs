namespace DynamoGen.Generator.Parsing;

/// <summary>The metadata names of the attributes that declarations are made with.</summary>
internal static class AttributeNames
{
    public const string Table = "DynamoGen.TableAttribute";
    public const string GlobalIndex = "DynamoGen.GlobalIndexAttribute";
    public const string Entity = "DynamoGen.EntityAttribute`1";
    public const string Key = "DynamoGen.KeyAttribute";
    public const string Repository = "DynamoGen.RepositoryAttribute`1";
    public const string Index = "DynamoGen.IndexAttribute";
    public const string Descending = "DynamoGen.DescendingAttribute";
    public const string ConsistentRead = "DynamoGen.ConsistentReadAttribute";
    public const string ItemCollection = "DynamoGen.ItemCollectionAttribute";
    public const string Upcast = "DynamoGen.UpcastAttribute";
    public const string AttributeName = "DynamoGen.AttributeNameAttribute";
    public const string Ignore = "DynamoGen.IgnoreAttribute";
}
