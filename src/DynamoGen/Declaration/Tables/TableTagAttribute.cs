namespace DynamoGen;

/// <summary>Declares a tag of a <see cref="TableAttribute">table</see>, such as for the allocation of its costs; at most 50 a table.</summary>
/// <param name="key">The tag's key, 1 to 128 characters, not beginning with <c>aws:</c>.</param>
/// <param name="value">Its value, at most 256 characters.</param>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.html">tags</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TableTagAttribute(string key, string value) : Attribute
{
    /// <summary>The tag's key.</summary>
    public string Key { get; } = key;

    /// <summary>Its value.</summary>
    public string Value { get; } = value;
}
