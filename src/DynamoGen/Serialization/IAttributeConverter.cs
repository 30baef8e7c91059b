namespace DynamoGen.Serialization;

/// <summary>
/// Converts between a type that cannot be stored, or should be stored in another form, and one that can. It has no instances: generated code calls
/// its static methods.
/// </summary>
/// <typeparam name="TValue">The type of properties.</typeparam>
/// <typeparam name="TStored">The type in whose form it is stored: any type that a property could have, a nested record or a collection for one.</typeparam>
public interface IAttributeConverter<TValue, TStored>
{
    /// <summary>Yields what is stored. Any exception becomes the cause of an <see cref="ItemValueException"/>, but for one that cancels the call.</summary>
    /// <param name="value">The property's value.</param>
    static abstract TStored ToStored(TValue value);

    /// <summary>
    /// Yields the value of what was stored. Any exception becomes the cause of an <see cref="ItemFormatException"/>, but for one that cancels the call.
    /// </summary>
    /// <param name="stored">What was read.</param>
    static abstract TValue FromStored(TStored stored);
}
