using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Serialization;

/// <content>
/// Whole members of an item. Each takes what stands before the value's content, encoded at build time: a comma, the attribute's name, a colon
/// and, for what stands in quotes, the type.
/// </content>
public partial class WireWriter
{
    /// <summary>Writes a Boolean member.</summary>
    /// <param name="before">What stands before <c>true</c> or <c>false</c>.</param>
    /// <param name="value">The value.</param>
    public void Boolean(ReadOnlySpan<byte> before, bool value)
    {
        Member(before);
        Raw(value ? "true}"u8 : "false}"u8);
    }

    /// <summary>Writes a Boolean member, unless it is null.</summary>
    /// <param name="before">What stands before <c>true</c> or <c>false</c>.</param>
    /// <param name="value">The value.</param>
    public void OptionalBoolean(ReadOnlySpan<byte> before, bool? value)
    {
        if (value is { } present)
        {
            Boolean(before, present);
        }
    }

    /// <summary>Writes a member of any type.</summary>
    /// <typeparam name="T">The C# type.</typeparam>
    /// <typeparam name="TCodec">Writes its values.</typeparam>
    /// <param name="name">What stands before the value: a comma, the name and a colon.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void Value<T, TCodec>(ReadOnlySpan<byte> name, T value)
        where TCodec : struct, IValueCodec<T>
    {
        Member(name);
        TCodec.Write(this, value);
    }

    /// <summary>Writes a member of any type, unless it is null.</summary>
    /// <inheritdoc cref="Value"/>
    public void OptionalValue<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : struct
        where TCodec : struct, IValueCodec<T>
    {
        if (value is { } present)
        {
            Value<T, TCodec>(name, present);
        }
    }

    /// <summary>Writes a member of any type, unless it is null.</summary>
    /// <inheritdoc cref="Value"/>
    public void OptionalValue<T, TCodec>(ReadOnlySpan<byte> name, T? value)
        where T : class
        where TCodec : struct, IValueCodec<T>
    {
        if (value is not null)
        {
            Value<T, TCodec>(name, value);
        }
    }

    /// <summary>Writes a set, unless it is empty.</summary>
    /// <typeparam name="TSet">The type of the set.</typeparam>
    /// <typeparam name="TCodec">Writes it.</typeparam>
    /// <param name="name">What stands before the value: a comma, the name and a colon.</param>
    /// <param name="value">The set.</param>
    /// <exception cref="ItemValueException">The set is null, or an element cannot be stored.</exception>
    public void Set<TSet, TCodec>(ReadOnlySpan<byte> name, TSet value)
        where TSet : class
        where TCodec : struct, ISetCodec<TSet>
    {
        if (value is null || !TCodec.IsEmpty(value))
        {
            Value<TSet, TCodec>(name, value!);
        }
    }

    /// <summary>Writes a set, unless it is null or empty.</summary>
    /// <inheritdoc cref="Set"/>
    public void OptionalSet<TSet, TCodec>(ReadOnlySpan<byte> name, TSet? value)
        where TSet : class
        where TCodec : struct, ISetCodec<TSet>
    {
        if (value is not null)
        {
            Set<TSet, TCodec>(name, value);
        }
    }

    /// <summary>Writes the attributes that no property knows of.</summary>
    /// <param name="attributes">The attributes, or null for none.</param>
    /// <param name="known">Those that properties store, of which none may be among them.</param>
    /// <exception cref="ItemValueException">One of them is known, is met twice, or has an empty name.</exception>
    public void UnknownAttributes(IEnumerable<KeyValuePair<string, AttributeValue>>? attributes, ReadOnlySpan<string> known)
    {
        if (attributes is null)
        {
            return;
        }

        // Their names are a dictionary's keys, as far as errors are concerned.
        _keyed |= 1UL << _depth;
        var earlier = EarlierNames(attributes);
        foreach (var (name, value) in attributes)
        {
            if (known.Contains(name))
            {
                throw new ItemValueException("The unknown attributes hold one that another property stores.");
            }

            AttributeName(name, earlier);
            AttributeValue(value);
        }

        _keyed &= ~(1UL << _depth);
    }

    private void EndQuoted() => Raw("\"}"u8);
}
