using System.Numerics;

namespace DynamoGen.Serialization;

/// <content>Whole members of an item that are texts, numbers and bytes.</content>
public partial class WireWriter
{
    /// <summary>Writes a String member.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void Text(ReadOnlySpan<byte> before, string value)
    {
        Member(before);
        Text(value);
        EndQuoted();
    }

    /// <summary>Writes a String member, unless it is null.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void OptionalText(ReadOnlySpan<byte> before, string? value)
    {
        if (value is { } present)
        {
            Text(before, present);
        }
    }

    /// <summary>Writes a Number member.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void Number<T>(ReadOnlySpan<byte> before, T value)
        where T : struct, INumberBase<T>
    {
        Member(before);
        Number(value);
        EndQuoted();
    }

    /// <summary>Writes a Number member, unless it is null.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void OptionalNumber<T>(ReadOnlySpan<byte> before, T? value)
        where T : struct, INumberBase<T>
    {
        if (value is { } present)
        {
            Number(before, present);
        }
    }

    /// <summary>Writes a Binary member.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void Binary(ReadOnlySpan<byte> before, byte[] value)
    {
        Member(before);
        Binary(value);
        EndQuoted();
    }

    /// <summary>Writes a Binary member, unless it is null.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void OptionalBinary(ReadOnlySpan<byte> before, byte[]? value)
    {
        if (value is { } present)
        {
            Binary(before, present);
        }
    }

    /// <summary>Writes a Binary member.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void Binary(ReadOnlySpan<byte> before, ReadOnlyMemory<byte> value)
    {
        Member(before);
        Binary(value);
        EndQuoted();
    }

    /// <summary>Writes a Binary member, unless it is null.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void OptionalBinary(ReadOnlySpan<byte> before, ReadOnlyMemory<byte>? value)
    {
        if (value is { } present)
        {
            Binary(before, present);
        }
    }

    /// <summary>Writes a String member.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void Character(ReadOnlySpan<byte> before, char value)
    {
        Member(before);
        Character(value);
        EndQuoted();
    }

    /// <summary>Writes a String member, unless it is null.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void OptionalCharacter(ReadOnlySpan<byte> before, char? value)
    {
        if (value is { } present)
        {
            Character(before, present);
        }
    }

    /// <summary>Writes a String member.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void Guid(ReadOnlySpan<byte> before, Guid value)
    {
        Member(before);
        Guid(value);
        EndQuoted();
    }

    /// <summary>Writes a String member, unless it is null.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void OptionalGuid(ReadOnlySpan<byte> before, Guid? value)
    {
        if (value is { } present)
        {
            Guid(before, present);
        }
    }
}
