using System.Reflection;
using System.Runtime.ExceptionServices;

namespace DynamoGen.Testing;

/// <summary>Draws entities by what their constructors and properties take, whatever is stored of it.</summary>
internal sealed class EntitySampler(Random random)
{
    /// <summary>Further down, collections are empty and what may be null is.</summary>
    private const int MaxDepth = 5;

    private readonly NullabilityInfoContext _nullability = new();

    /// <summary>An entity.</summary>
    /// <exception cref="InvalidOperationException">A property has a type that nothing can be drawn of.</exception>
    public static TEntity Draw<TEntity>(Random random)
        where TEntity : class => (TEntity)new EntitySampler(random).Object(typeof(TEntity), 0);

    private object? Value(Type type, NullabilityInfo? nullability, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return IsNull(depth) ? null : Value(inner, nullability: null, depth);
        }

        if (nullability?.WriteState == NullabilityState.Nullable && !type.IsValueType && IsNull(depth))
        {
            return null;
        }

        return SampledScalars.Of(type, random)
            ?? (SampledCollections.ContentOf(type) is { } content ? Collection(type, content, nullability, depth) : Object(type, depth + 1));
    }

    private bool IsNull(int depth) => depth >= MaxDepth || random.Next(4) == 0;

    private object Collection(Type type, Type[] content, NullabilityInfo? nullability, int depth)
    {
        var count = depth >= MaxDepth ? 0 : random.Next(4);
        var first = Elements(content[0], type.IsArray ? nullability?.ElementType : nullability?.GenericTypeArguments.ElementAtOrDefault(0), count, depth);
        return SampledCollections.Make(type, first, content.Length == 1 ? [] : Elements(
            content[1], nullability?.GenericTypeArguments.ElementAtOrDefault(1), count, depth));
    }

    private object?[] Elements(Type type, NullabilityInfo? nullability, int count, int depth) =>
        [.. Enumerable.Range(0, count).Select(_ => Value(type, nullability, depth + 1))];

    private object Object(Type type, int depth)
    {
        var made = Derived(type);
        var constructor = made.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(constructor => !constructor.IsPrivate && !IsCopy(constructor, made))
            .MaxBy(constructor => constructor.GetParameters().Length);
        if (made.IsAbstract || (constructor is null && !made.IsValueType) || depth > 2 * MaxDepth)
        {
            throw new InvalidOperationException($"Nothing can be drawn of the type {type.Name}; draw the entities by a function of your own.");
        }

        var parameters = constructor?.GetParameters() ?? [];
        var arguments = parameters.Select(parameter => Value(parameter.ParameterType, _nullability.Create(parameter), depth)).ToArray();
        var value = Construct(made, constructor, arguments);
        foreach (var property in Settable(made).Where(property => parameters.All(parameter =>
            !string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase))))
        {
            property.SetValue(value, Value(property.PropertyType, _nullability.Create(property), depth));
        }

        return value;
    }

    /// <summary>The type itself, or one of those that it is stored as.</summary>
    private Type Derived(Type type)
    {
        var derived = type.GetCustomAttributes(inherit: false).Select(attribute => attribute.GetType())
            .Where(attribute => attribute.IsGenericType && attribute.GetGenericTypeDefinition() == typeof(DerivedTypeAttribute<>))
            .Select(attribute => attribute.GetGenericArguments()[0]).ToArray();
        return derived.Length == 0 ? type : derived[random.Next(derived.Length)];
    }

    private static object Construct(Type type, ConstructorInfo? constructor, object?[] arguments)
    {
        try
        {
            return constructor is null ? Activator.CreateInstance(type)! : constructor.Invoke(arguments);
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static bool IsCopy(ConstructorInfo constructor, Type type) =>
        constructor.GetParameters() is [var only] && only.ParameterType == type;

    /// <summary>What is stored beside what the constructor takes. Attributes that no property knows are not drawn: one of them could be a key.</summary>
    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(property => property.SetMethod is { IsPublic: true }
            && property.GetIndexParameters().Length == 0
            && !property.IsDefined(typeof(IgnoreAttribute), inherit: true)
            && !property.IsDefined(typeof(UnknownAttributesAttribute), inherit: true));
}
