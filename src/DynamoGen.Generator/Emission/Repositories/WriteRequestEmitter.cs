using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the struct that holds a write's parameters and writes them as the members of its request.</summary>
internal sealed class WriteRequestEmitter(SourceWriter writer, AccessPatternModel pattern, RepositoryModel repository, CompositeMethods composites)
{
    private readonly PatternLocals _locals = new(pattern);

    /// <param name="name">The struct's name.</param>
    public void Emit(string name)
    {
        var write = pattern.Write!;
        writer.Open($"private readonly struct {name}({_locals.Declarations}) : {Names.Repositories}.IWriteRequest");
        new KeyConditionEmitter(writer, pattern, pattern.Condition!, composites).EmitKey();
        writer.Line().Open($"public void Write({Names.WireWriter} writer)");
        if (write.Kind == WriteKind.Put)
        {
            writer.Line("writer.Raw(\",\\\"Item\\\":\"u8);");
            writer.Line($"writer.Item<{repository.EntityType}, {repository.Marshaller}>({_locals.Local(pattern.EntityParameter!)});");
        }
        else
        {
            writer.Line("writer.Raw(\",\\\"Key\\\":\"u8);").Line("WriteKey(writer);");
        }

        EmitExpressions(write);
        writer.Close().Close();
    }

    private void EmitExpressions(WriteModel write)
    {
        var writing = new ExpressionWriting(writer, composites, _locals.Local);
        if (write.WhenNew is { } whenNew)
        {
            writer.Open($"if ({_locals.Local(pattern.EntityParameter!)}.{repository.Lock} == 1)");
            writing.Emit(whenNew);
            writer.Close().Open("else");
            writing.Emit(write.Expressions!);
            writer.Close();
        }
        else if (write.Expressions is { } expressions)
        {
            writing.Emit(expressions);
        }
    }
}
