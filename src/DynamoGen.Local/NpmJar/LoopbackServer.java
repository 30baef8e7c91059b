import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local has no option for the address it listens on: its own main class listens on every interface.
 * So this builds the same server on the loopback address, prints the port that the system chose, and ends when
 * standard input closes, which it does when the parent process ends in any way. Java runs it from its source.
 */
final class LoopbackServer {
    public static void main(String[] arguments) throws Exception {
        int optionBits = 0;
        boolean inMemory = true;
        String databasePath = null;
        boolean sharedDatabase = true;
        boolean delayTransientStatuses = false;
        var requests = new LocalDynamoDBRequestHandler(optionBits, inMemory, databasePath, sharedDatabase, delayTransientStatuses);
        var webOrigins = "http://localhost";

        var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), Integer.parseInt(arguments[0]));
        var server = new Server(address);
        server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(requests, webOrigins), "/"));
        server.start();
        System.out.println("Listening on port " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());

        System.in.read();
        System.exit(0);
    }
}
