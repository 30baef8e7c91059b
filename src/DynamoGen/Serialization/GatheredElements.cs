using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DynamoGen.Serialization;

/// <summary>
/// The elements of a collection while they are read: the first few in place, further ones in pooled memory, so that the collection is made once, with
/// just the capacity that it needs.
/// </summary>
/// <typeparam name="T">The type of an element.</typeparam>
internal ref struct GatheredElements<T>
{
    private const int InPlace = 8;

    private Elements _first;
    private T[]? _all;
    private int _count;

    public readonly int Count => _count;

    /// <summary>What was gathered; valid until <see cref="Dispose"/>.</summary>
    [UnscopedRef]
    public Span<T> Span => _all is null ? ((Span<T>)_first)[.._count] : _all.AsSpan(0, _count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T element)
    {
        if (_count < InPlace)
        {
            _first[_count++] = element;
        }
        else
        {
            AddFurther(element);
        }
    }

    /// <summary>Gives the pooled memory back, without what it held.</summary>
    public readonly void Dispose()
    {
        if (_all is not null)
        {
            ArrayPool<T>.Shared.Return(_all, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddFurther(T element)
    {
        if (_all is null || _all.Length == _count)
        {
            var larger = ArrayPool<T>.Shared.Rent(_count * 2);
            Span.CopyTo(larger);
            Dispose();
            _all = larger;
        }

        _all[_count++] = element;
    }

    [InlineArray(InPlace)]
    private struct Elements
    {
        private T _element;
    }
}
