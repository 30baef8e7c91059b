using System.Runtime.CompilerServices;

namespace DynamoGen.Benchmarks.Types;

/// <summary>Eight attributes of one type.</summary>
/// <typeparam name="T">The type.</typeparam>
public abstract record Eight<T>
{
    public required int Id { get; init; }

    public required T A { get; init; }

    public required T B { get; init; }

    public required T C { get; init; }

    public required T D { get; init; }

    public required T E { get; init; }

    public required T F { get; init; }

    public required T G { get; init; }

    public required T H { get; init; }

    /// <summary>An entity of eight values, each made from a number of its own.</summary>
    public static TEntity Of<TEntity>(int number, Func<int, T> value)
        where TEntity : Eight<T>
    {
        // Members of a base record cannot be required of a type parameter's constructor, so that one is made without any.
        Eight<T> empty = (TEntity)RuntimeHelpers.GetUninitializedObject(typeof(TEntity));
        var n = number * 8;
        return (TEntity)(empty with
        {
            Id = number,
            A = value(n),
            B = value(n + 1),
            C = value(n + 2),
            D = value(n + 3),
            E = value(n + 4),
            F = value(n + 5),
            G = value(n + 6),
            H = value(n + 7),
        });
    }

    /// <summary>The same entity with a copy of each value.</summary>
    public TEntity Copied<TEntity>(Func<T, T> copy)
        where TEntity : Eight<T> =>
        (TEntity)(this with { A = copy(A), B = copy(B), C = copy(C), D = copy(D), E = copy(E), F = copy(F), G = copy(G), H = copy(H) });
}
