using System.ComponentModel;

namespace DynamoGen.WriteBack;

/// <summary>An entity whose items can be of older versions. The generator implements it for each whose version is above 1.</summary>
/// <typeparam name="TSelf">The entity itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUpcastEntity<TSelf>
    where TSelf : class, IUpcastEntity<TSelf>
{
    /// <summary>How an older item becomes one of the current version.</summary>
    static abstract UpcastSchema Upcasts { get; }
}
