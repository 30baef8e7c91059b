using System.Buffers.Binary;
using System.Buffers.Text;
using System.ComponentModel;

namespace DynamoGen.Serialization;

public partial class WireWriter
{
    /// <summary>The attribute that holds the mark of an item's last marked write.</summary>
    internal const string MarkName = "_w";

    /// <summary>The longest mark as a member, in bytes.</summary>
    internal const int LongestMark = 32;

    /// <summary>The mark of the write whose request this is; 0 for none.</summary>
    private protected virtual long Mark => 0;

    /// <summary>Writes a whole item as <see cref="Item{TEntity, TMarshaller}"/> does, with the mark of this write if it has one.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller.</typeparam>
    /// <param name="entity">The entity's value.</param>
    /// <exception cref="ItemTooLargeException">The item is larger than 400 KB.</exception>
    /// <exception cref="ItemValueException">A value cannot be stored.</exception>
    /// <exception cref="KeyException">A value cannot be part of a key.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void MarkedItem<TEntity, TMarshaller>(TEntity entity)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        var start = _length;
        ItemOfAnySize<TEntity, TMarshaller>(entity);
        if (Mark != 0)
        {
            // The mark stands before the brace that ends the item.
            _length--;
            Raw(","u8);
            MarkMember();
            Raw("}"u8);
        }

        RefuseTooLarge(TMarshaller.EntityName, start);
    }

    /// <summary>Writes the value of the mark of this write, behind the name of its placeholder.</summary>
    /// <param name="before">The placeholder and what stands before it.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void MarkValue(ReadOnlySpan<byte> before)
    {
        Span<byte> value = stackalloc byte[LongestMark];
        Member(before);
        Raw(value[..FormatMarkValue(value, Mark)]);
    }

    /// <summary>Formats a mark as a member of an item.</summary>
    internal static int FormatMark(Span<byte> member, long mark)
    {
        var name = "\"_w\":"u8;
        name.CopyTo(member);
        return name.Length + FormatMarkValue(member[name.Length..], mark);
    }

    private static int FormatMarkValue(Span<byte> value, long mark)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, mark);
        var before = "{\"B\":\""u8;
        before.CopyTo(value);
        Base64.EncodeToUtf8(bytes, value[before.Length..], out _, out var written);
        var after = "\"}"u8;
        after.CopyTo(value[(before.Length + written)..]);
        return before.Length + written + after.Length;
    }

    private void MarkMember()
    {
        Span<byte> member = stackalloc byte[LongestMark];
        Raw(member[..FormatMark(member, Mark)]);
    }
}
