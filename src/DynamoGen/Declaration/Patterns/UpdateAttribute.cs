namespace DynamoGen;

/// <summary>
/// Makes a method an update of some attributes, in DynamoDB's update expression syntax: properties by their C# names, parameters of the method in braces, as in
/// <c>[Update("SET Status = {status}, Lines = list_append(Lines, {more}) ADD Count {by} REMOVE Note")]</c>. The item must exist, unless
/// the method begins with <c>Upsert</c> or has the <see cref="UpsertAttribute"/>: then it is created where there is none, and what a new item needs beside the
/// update are parameters named as its properties. The build checks names and types, and renews every index key that an updated property is part of: what else
/// such a key needs, the method must take as a parameter named as the property, whose stored value then is a condition.
/// </summary>
/// <param name="expression">The update.</param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">update expressions</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UpdateAttribute(string expression) : Attribute
{
    /// <summary>Makes a method that takes a <see cref="PatchAttribute{TEntity}"/> the update that the patch says.</summary>
    public UpdateAttribute()
        : this(string.Empty)
    {
    }

    /// <summary>The update; empty where a patch says it.</summary>
    public string Expression { get; } = expression;
}
