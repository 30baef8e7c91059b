namespace DynamoGen.Schema;

/// <summary>Implemented by the generator for each class marked with <see cref="TableAttribute"/>.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface ITable<TSelf>
    where TSelf : class, ITable<TSelf>
{
    /// <summary>The table's declared schema.</summary>
    static abstract TableSchema Schema { get; }
}
