using System.ComponentModel;
using System.Text.Json.Serialization;

namespace DynamoGen;

/// <summary>A type that is its only value, to the compiler another type. The generated half of a <c>[Wrapper]</c> implements it.</summary>
/// <typeparam name="TSelf">The wrapper.</typeparam>
/// <typeparam name="TValue">The type of its value.</typeparam>
public interface IWrapper<TSelf, TValue>
    where TSelf : struct, IWrapper<TSelf, TValue>
    where TValue : notnull
{
    /// <summary>How JSON has the value.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract JsonConverter<TValue?> ValueConverter { get; }

    /// <summary>The value.</summary>
    TValue Value { get; }

    /// <summary>Wraps a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The wrapper.</returns>
    static abstract TSelf FromValue(TValue value);
}
