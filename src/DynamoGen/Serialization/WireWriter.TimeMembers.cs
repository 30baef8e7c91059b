namespace DynamoGen.Serialization;

/// <content>Whole members of an item that are dates, times and durations, each a String.</content>
public partial class WireWriter
{
    /// <summary>Writes a String member.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void Timestamp(ReadOnlySpan<byte> before, DateTimeOffset value)
    {
        Member(before);
        Timestamp(value);
        EndQuoted();
    }

    /// <summary>Writes a String member, unless it is null.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void OptionalTimestamp(ReadOnlySpan<byte> before, DateTimeOffset? value)
    {
        if (value is { } present)
        {
            Timestamp(before, present);
        }
    }

    /// <summary>Writes a String member.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void Timestamp(ReadOnlySpan<byte> before, DateTime value)
    {
        Member(before);
        Timestamp(value);
        EndQuoted();
    }

    /// <summary>Writes a String member, unless it is null.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void OptionalTimestamp(ReadOnlySpan<byte> before, DateTime? value)
    {
        if (value is { } present)
        {
            Timestamp(before, present);
        }
    }

    /// <summary>Writes a String member.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void Date(ReadOnlySpan<byte> before, DateOnly value)
    {
        Member(before);
        Date(value);
        EndQuoted();
    }

    /// <summary>Writes a String member, unless it is null.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void OptionalDate(ReadOnlySpan<byte> before, DateOnly? value)
    {
        if (value is { } present)
        {
            Date(before, present);
        }
    }

    /// <summary>Writes a String member.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void Time(ReadOnlySpan<byte> before, TimeOnly value)
    {
        Member(before);
        Time(value);
        EndQuoted();
    }

    /// <summary>Writes a String member, unless it is null.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void OptionalTime(ReadOnlySpan<byte> before, TimeOnly? value)
    {
        if (value is { } present)
        {
            Time(before, present);
        }
    }

    /// <summary>Writes a String member.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void Duration(ReadOnlySpan<byte> before, TimeSpan value)
    {
        Member(before);
        Duration(value);
        EndQuoted();
    }

    /// <summary>Writes a String member, unless it is null.</summary>
    /// <param name="before">What stands before the content.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ItemValueException">The value cannot be stored.</exception>
    public void OptionalDuration(ReadOnlySpan<byte> before, TimeSpan? value)
    {
        if (value is { } present)
        {
            Duration(before, present);
        }
    }
}
