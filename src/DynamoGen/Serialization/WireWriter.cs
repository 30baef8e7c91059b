using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DynamoGen.Serialization;

/// <summary>
/// Writes one request as UTF-8 JSON into pooled memory. Generated code calls it with literals that were encoded at build time; it allocates nothing but the
/// pooled array, which <see cref="Dispose"/> gives back.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial class WireWriter : IDisposable
{
    private const int InitialCapacity = 2048;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialCapacity);
    private int _length;

    /// <summary>What was written so far. Valid until the next write or <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    /// <summary>Forgets what was written and keeps the memory.</summary>
    public void Clear() => (_length, _depth, _keyed) = (0, 0, 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes bytes as they are: punctuation and names that were encoded at build time.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        _length += json.Length;
    }

    /// <summary>Writes bytes that begin with the comma before a member, and leaves the comma out before an object's first member.</summary>
    /// <param name="json">UTF-8 JSON that begins with a comma.</param>
    public void Member(ReadOnlySpan<byte> json) => Raw(_length > 0 && _buffer[_length - 1] == (byte)'{' ? json[1..] : json);

    /// <summary>Writes a member's name that is known only now, with the comma before it and the colon behind it.</summary>
    /// <param name="name">The name, unescaped.</param>
    /// <exception cref="ItemValueException">The name is null or has a lone surrogate.</exception>
    public void MemberName(string name)
    {
        Member(",\""u8);
        Text(name);
        Raw("\":"u8);
    }

    /// <summary>Writes the comma before an array's element, except before the first.</summary>
    public void Separator()
    {
        if (_buffer[_length - 1] != (byte)'[')
        {
            Raw(","u8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int count)
    {
        if (_buffer.Length - _length < count)
        {
            Grow(count);
        }

        return _buffer.AsSpan(_length);
    }

    private void Grow(int count)
    {
        ObjectDisposedException.ThrowIf(_buffer.Length == 0, this);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, checked(_length + count)));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
