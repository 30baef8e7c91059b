namespace DynamoGen;

/// <summary>What becomes of one property: it stays as it is, or it gets a value. The default is that it stays.</summary>
/// <typeparam name="T">The property's type; where it may be null, null removes the property.</typeparam>
public readonly record struct Change<T>
{
    /// <summary>The property gets a value.</summary>
    /// <param name="value">The value.</param>
    public Change(T value)
    {
        IsGiven = true;
        Value = value;
    }

    /// <summary>Whether the property gets a value.</summary>
    public bool IsGiven { get; }

    /// <summary>The value; the default of its type where the property stays as it is.</summary>
    public T Value { get; }

    /// <summary>The property gets a value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Change<T>(T value) => new(value);
}
