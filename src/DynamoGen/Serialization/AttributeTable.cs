using System.Buffers.Binary;
using System.ComponentModel;
using System.Text;

namespace DynamoGen.Serialization;

/// <summary>
/// The attributes that a type is read from, numbered from 1. It finds the number of a name where the next attribute was not the predicted one, and
/// knows which attributes an item cannot be without.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AttributeTable
{
    private readonly byte[][] _names;
    private readonly (int Attribute, string Type)[] _required;
    private readonly byte[] _slots;
    private readonly ulong _requiredBits;

    /// <summary>Numbers the attributes in the order in which they are given.</summary>
    /// <param name="place">The first of the reader's places for what is learned of this type.</param>
    /// <param name="names">The attributes' names.</param>
    /// <param name="required">The numbers of those that must be there, with the type descriptors that they should have.</param>
    public AttributeTable(int place, string[] names, params (int Attribute, string Type)[] required)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(required);
        Place = place;
        _names = [.. names.Select(Encoding.UTF8.GetBytes)];
        _required = required;
        _slots = _names.Length < byte.MaxValue ? Slots(_names) : [];
        foreach (var (attribute, _) in required)
        {
            _requiredBits |= attribute < 64 ? 1UL << attribute : 0;
        }
    }

    /// <summary>The first of the reader's places for what is learned of this type.</summary>
    public int Place { get; }

    /// <summary>The number that stands for the end of the object.</summary>
    public int End => _names.Length + 1;

    /// <summary>The number that stands for any other attribute.</summary>
    public int Unknown => _names.Length + 2;

    /// <summary>The number of an attribute.</summary>
    /// <param name="name">Its name.</param>
    internal int Find(ReadOnlySpan<byte> name)
    {
        if (_slots.Length == 0)
        {
            return FindOneByOne(name);
        }

        for (var slot = Hash(name); _slots[slot & (_slots.Length - 1)] is var attribute and not 0; slot++)
        {
            if (name.SequenceEqual(_names[attribute - 1]))
            {
                return attribute;
            }
        }

        return Unknown;
    }

    /// <summary>Whether all required attributes are among those that were found.</summary>
    internal bool IsComplete(ulong found) => (found & _requiredBits) == _requiredBits;

    /// <summary>The first required attribute that was not found, or null where all were.</summary>
    internal (string Name, string Type)? FirstMissing(AttributeSet found)
    {
        foreach (var (attribute, type) in _required)
        {
            if (!found.Has(attribute))
            {
                return (Encoding.UTF8.GetString(_names[attribute - 1]), type);
            }
        }

        return null;
    }

    private int FindOneByOne(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (name.SequenceEqual(_names[i]))
            {
                return i + 1;
            }
        }

        return Unknown;
    }

    private static byte[] Slots(byte[][] names)
    {
        var slots = new byte[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(names.Length * 2) + 1)];
        for (var i = 0; i < names.Length; i++)
        {
            var slot = Hash(names[i]);
            while (slots[slot & (slots.Length - 1)] != 0)
            {
                slot++;
            }

            slots[slot & (slots.Length - 1)] = (byte)(i + 1);
        }

        return slots;
    }

    /// <summary>Names of one type mostly differ in their lengths and their first or last letters.</summary>
    private static int Hash(ReadOnlySpan<byte> name)
    {
        if (name.Length < sizeof(uint))
        {
            return name.Length == 0 ? 0 : (name[0] * 31) + (name[^1] * 7) + name.Length;
        }

        var (first, last) = (BinaryPrimitives.ReadUInt32LittleEndian(name), BinaryPrimitives.ReadUInt32LittleEndian(name[^sizeof(uint)..]));
        var mixed = unchecked((first * 0x9E3779B1u) ^ (last * 0x85EBCA77u) ^ ((uint)name.Length * 0xC2B2AE3Du));
        return (int)(mixed >> 16);
    }
}
