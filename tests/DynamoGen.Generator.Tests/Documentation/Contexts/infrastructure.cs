namespace Shop
{
    internal sealed class Stack;

    /// <summary>As the command <c>schema cdk</c> writes it.</summary>
    internal sealed class DeclaredTables
    {
        public DeclaredTables(Stack scope, string id) => (Scope, Id) = (scope, id);

        public Stack Scope { get; }

        public string Id { get; }
    }

    internal static class Use
    {
        public static void Add(Stack stack)
        {
            // 1
        }
    }
}
